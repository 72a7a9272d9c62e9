package org.officeos.handheld.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.officeos.hal.json.JsonObject;
import org.officeos.hal.json.JsonValue;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.P2pDevice;
import org.officeos.hal.p2p.P2pGroup;
import org.officeos.hal.p2p.PersistentGroup;
import org.officeos.hal.text.TerminalText;
import org.officeos.handheld.group.ResidentNote;

/** What a look at a radio saw, for a person and for a script. No key is ever among it. */
final class RadioWords {

  private RadioWords() {}

  static List<String> lines(RadioLook.Seen seen, Optional<ResidentNote> resident) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "state      "
            + seen.state()
            + seen.reason()
                .map(reason -> "  " + reason + ": " + reason.cause() + "; " + reason.next())
                .orElse(""));
    seen.address().ifPresent(address -> lines.add("address    " + address));
    seen.settings().ifPresent(settings -> lines.add("name       " + settings(settings)));
    seen.groups().forEach(group -> lines.add("group      " + group(group)));
    seen.remembered()
        .forEach(
            each ->
                lines.add(
                    "remembers  "
                        + each.id()
                        + "  "
                        + each.ssid()
                        + "  "
                        + each.role()
                        + "  owner "
                        + each.ownerAddress()));
    seen.peers().forEach(peer -> lines.add("peer       " + peer(peer)));
    resident.ifPresent(
        note ->
            lines.add(
                "resident   officeos link, process "
                    + note.pid()
                    + note.group().map(group -> ", in " + group.interfaceName()).orElse("")));
    return lines.stream().map(TerminalText::sanitizeLine).toList();
  }

  static JsonObject event(String kind, RadioLook.Seen seen, Optional<ResidentNote> resident) {
    JsonObject event =
        JsonVoice.event("done")
            .put("kind", kind)
            .put("state", seen.state().name())
            .putIf("reason", seen.reason().map(Enum::name))
            .putIf("address", seen.address().map(Object::toString));
    seen.settings()
        .ifPresent(
            settings ->
                event.put(
                    "settings",
                    new JsonObject()
                        .put("name", settings.name())
                        .put("type", settings.primaryType().toString())
                        .put("ssid_postfix", settings.ssidPostfix())
                        .put("intent", settings.goIntent())
                        .put("persistent_reconnect", settings.persistentReconnect())
                        .build()));
    event
        .put("groups", seen.groups().stream().map(RadioWords::json).toList())
        .put("remembered", seen.remembered().stream().map(RadioWords::json).toList())
        .put("peers", seen.peers().stream().map(RadioWords::json).toList());
    resident.ifPresent(note -> event.put("resident_pid", note.pid()));
    return event;
  }

  private static String settings(DeviceSettings settings) {
    return settings.name()
        + ", type "
        + settings.primaryType()
        + ", intent "
        + settings.goIntent()
        + (settings.persistentReconnect() ? ", takes known invitations" : "");
  }

  private static String group(P2pGroup group) {
    return group.interfaceName()
        + "  "
        + group.ssid()
        + "  "
        + group.role()
        + "  owner "
        + group.ownerAddress()
        + "  "
        + group.frequency().megahertz()
        + " MHz"
        + (group.persistent() ? "  remembered" : "")
        + group
            .addresses()
            .map(
                addresses ->
                    "  "
                        + addresses.own()
                        + "/"
                        + addresses.mask().prefixLength()
                        + " by "
                        + addresses.owner())
            .orElse("");
  }

  static String peer(P2pDevice peer) {
    return peer.address()
        + "  "
        + peer.name()
        + "  type "
        + peer.primaryType()
        + (peer.isGroupOwner() ? "  owns a group" : "")
        + (peer.signalDbm().isPresent() ? "  " + peer.signalDbm().getAsInt() + " dBm" : "");
  }

  private static JsonValue.Obj json(P2pGroup group) {
    JsonObject object =
        new JsonObject()
            .put("interface", group.interfaceName())
            .put("role", group.role().name())
            .put("ssid", group.ssid())
            .put("owner", group.ownerAddress().toString())
            .put("megahertz", group.frequency().megahertz())
            .put("persistent", group.persistent());
    group
        .addresses()
        .ifPresent(
            addresses ->
                object
                    .put("own_address", addresses.own().toString())
                    .put("mask", addresses.mask().toString())
                    .put("owner_address", addresses.owner().toString()));
    return object.build();
  }

  private static JsonValue.Obj json(PersistentGroup group) {
    return new JsonObject()
        .put("id", group.id())
        .put("ssid", group.ssid())
        .put("role", group.role().name())
        .put("owner", group.ownerAddress().toString())
        .build();
  }

  static JsonValue.Obj json(P2pDevice peer) {
    JsonObject object =
        new JsonObject()
            .put("address", peer.address().toString())
            .put("name", peer.name())
            .put("type", peer.primaryType().toString())
            .put("config_methods", peer.configMethods())
            .put("device_capability", peer.deviceCapability())
            .put("group_capability", peer.groupCapability())
            .put("group_owner", peer.isGroupOwner());
    peer.signalDbm().ifPresent(signal -> object.put("signal_dbm", signal));
    return object.build();
  }
}
