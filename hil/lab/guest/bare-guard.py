# What a person would write in place of the guard: hears of links, and sets wlan0 down when it is up. Nothing else.
# rtnetlink(7): struct nlmsghdr, struct ifinfomsg.
import socket
import struct

RTM_NEWLINK, RTMGRP_LINK, NLM_F_REQUEST, IFF_UP = 16, 1, 1, 1

heard = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
heard.bind((0, RTMGRP_LINK))
asking = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
asking.bind((0, 0))
wlan0 = socket.if_nametoindex("wlan0")
while True:
    message = heard.recv(65536)
    if struct.unpack_from("=H", message, 4)[0] != RTM_NEWLINK:
        continue
    index, flags = struct.unpack_from("=iI", message, 20)
    if index == wlan0 and flags & IFF_UP:
        link = struct.pack("=BBHiII", 0, 0, 0, wlan0, 0, IFF_UP)
        asking.send(struct.pack("=IHHII", 16 + len(link), RTM_NEWLINK, NLM_F_REQUEST, 0, 0) + link)
