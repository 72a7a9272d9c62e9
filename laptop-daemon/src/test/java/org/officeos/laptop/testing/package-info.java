/** Devices, services and answers that tests begin with. */
package org.officeos.laptop.testing;
