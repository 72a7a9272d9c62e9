package org.officeos.wpa.fake;

import fi.w1.wpa_supplicant1.InvalidArgs;
import java.util.Map;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** An object with properties that are only read. */
abstract class ReadOnly implements Properties {

  /** Its properties, each as a variant. */
  abstract Map<String, Variant<?>> properties();

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <A> A Get(String from, String property) {
    Variant<?> value = properties().get(property);
    if (value == null) {
      throw new InvalidArgs("No such property: " + property);
    }
    return (A) value;
  }

  @Override
  public <A> void Set(String from, String property, A value) {
    throw new InvalidArgs("read only: " + property);
  }

  @Override
  public Map<String, Variant<?>> GetAll(String from) {
    return properties();
  }
}
