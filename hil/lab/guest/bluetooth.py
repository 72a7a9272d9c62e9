# A Bluetooth controller in software (hci_vhci) is plugged in, and somebody who is root sets it up and has it search.
# Says how many times the controller was told to: a real one would send each time. Stays for 8 s, or as many as it is told.
# Bluetooth Core 5.4, volume 4, part A section 2 and part E sections 7.1.1, 7.7.1, 7.7.14, 7.7.15.
import fcntl
import os
import socket
import sys
import threading
import time

COMMAND, EVENT, VENDOR = 1, 4, 0xFF
INQUIRY = 0x0401
COMPLETE, STATUS, INQUIRY_COMPLETE = 0x0E, 0x0F, 0x01
HCIDEVUP, HCIINQUIRY = 0x400448C9, 0x800448F0
AF_BLUETOOTH, BTPROTO_HCI = 31, 1

controller = os.open("/dev/vhci", os.O_RDWR)
index = None
inquiries = 0


def event(code, body):
    os.write(controller, bytes([EVENT, code, len(body)]) + body)


# Any command is taken, and any question answered with ones: an address, versions, buffers.
def run():
    global index, inquiries
    while True:
        packet = os.read(controller, 1024)
        if packet[0] == VENDOR:
            index = int.from_bytes(packet[2:4], "little")
        elif packet[0] == COMMAND:
            opcode = packet[1:3]
            if int.from_bytes(opcode, "little") == INQUIRY:
                inquiries += 1
                event(STATUS, b"\x00\x01" + opcode)
                event(INQUIRY_COMPLETE, b"\x00")
            else:
                event(COMPLETE, b"\x01" + opcode + b"\x00" + b"\x01" * 248)


def tried(words, what):
    try:
        what()
        print(words, file=sys.stderr)
    except OSError as e:
        print(words, e, file=sys.stderr)


os.write(controller, bytes([VENDOR, 0]))
threading.Thread(target=run, daemon=True).start()
end = time.monotonic() + (int(sys.argv[1]) if len(sys.argv) > 1 else 8)
while time.monotonic() < end:
    time.sleep(0.2)
    if index is not None:
        hci = socket.socket(AF_BLUETOOTH, socket.SOCK_RAW, BTPROTO_HCI)
        tried("up", lambda: fcntl.ioctl(hci, HCIDEVUP, index))
        # struct hci_inquiry_req: device, flags (forget what was found), general access code, 1.28 s, answers
        ask = index.to_bytes(2, "little") + b"\x01\x00" + b"\x33\x8b\x9e" + b"\x01\x00" + b"\x00" * 64
        tried("inquiry", lambda: fcntl.ioctl(hci, HCIINQUIRY, ask))
        hci.close()
print(inquiries)
