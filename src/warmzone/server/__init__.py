"""The only room with sockets, clocks and tasks: live exercises over the network."""
