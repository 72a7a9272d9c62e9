package org.officeos.handheld.link;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.officeos.hal.p2p.DeviceSettings;
import org.officeos.hal.p2p.GroupNetwork;
import org.officeos.hal.p2p.WifiP2p;

/**
 * What a link over the air is made of.
 *
 * @param interfaceName the radio's interface, such as {@code wlan0}
 * @param radio opens the radio, each time anew; whoever opens it closes it
 * @param network the kernel's side of a group
 * @param settings how this device names itself on the air
 * @param nanos a clock that never runs backwards, in nanoseconds
 * @param random what spreads the rests of several handhelds
 * @param procNet the folder of the kernel's routes, {@code /proc/self/net}
 * @param dial opens sockets
 * @param patience how long each thing may take
 */
public record RadioSetup(
    String interfaceName,
    Supplier<WifiP2p> radio,
    GroupNetwork network,
    DeviceSettings settings,
    LongSupplier nanos,
    RandomGenerator random,
    Path procNet,
    Dial dial,
    AirPatience patience) {}
