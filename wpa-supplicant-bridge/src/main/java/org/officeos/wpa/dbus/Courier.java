package org.officeos.wpa.dbus;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.time.Duration;
import org.freedesktop.dbus.Marshalling;
import org.freedesktop.dbus.RemoteInvocationHandler;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.constants.Flags;
import org.jspecify.annotations.Nullable;

/**
 * Carries the calls of one typed interface to one object. The library's own proxies lose the name
 * of an error, and wait as long for every answer; this one keeps the name, as {@link BusFault}, and
 * has a time limit. It never starts a service.
 */
final class Courier implements InvocationHandler {

  private final DBusConnection connection;
  private final Duration patience;
  private final String owner;
  private final String path;
  private final String interfaceName;

  private Courier(
      DBusConnection connection, Duration patience, String owner, String path, String name) {
    this.connection = connection;
    this.patience = patience;
    this.owner = owner;
    this.path = path;
    this.interfaceName = name;
  }

  static <T extends DBusInterface> T of(
      DBusConnection connection, Duration patience, String owner, String path, Class<T> type) {
    String name = type.getAnnotation(DBusInterfaceName.class).value();
    Courier courier = new Courier(connection, patience, owner, path, name);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, courier));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    DBusMemberName member = method.getAnnotation(DBusMemberName.class);
    if (member == null) {
      return switch (method.getName()) {
        case "isRemote" -> true;
        case "getObjectPath", "toString" -> path;
        case "hashCode" -> System.identityHashCode(proxy);
        case "equals" -> arguments != null && proxy == arguments[0];
        default -> throw new UnsupportedOperationException(method.getName());
      };
    }
    Message reply = send(method, member.value(), arguments);
    return RemoteInvocationHandler.convertRV(reply.getParameters(), method, connection);
  }

  private Message send(Method method, String member, @Nullable Object @Nullable [] arguments)
      throws DBusException {
    Type[] types = method.getGenericParameterTypes();
    MethodCall call;
    if (types.length == 0) {
      call =
          connection
              .getMessageFactory()
              .createMethodCall(owner, path, interfaceName, member, Flags.NO_AUTO_START, null);
    } else {
      call =
          connection
              .getMessageFactory()
              .createMethodCall(
                  owner,
                  path,
                  interfaceName,
                  member,
                  Flags.NO_AUTO_START,
                  Marshalling.getDBusType(types),
                  Marshalling.convertParameters(arguments, types, connection));
    }
    connection.sendMessage(call);
    Message reply = call.getReply(patience.toMillis());
    if (reply == null) {
      throw new BusFault("org.freedesktop.DBus.Error.NoReply", "no answer in " + patience);
    }
    if (reply instanceof Error error) {
      throw new BusFault(error.getName(), Values.text(first(error)).orElse(""));
    }
    return reply;
  }

  private static @Nullable Object first(Error error) throws DBusException {
    Object[] parameters = error.getParameters();
    return parameters == null || parameters.length == 0 ? null : parameters[0];
  }
}
