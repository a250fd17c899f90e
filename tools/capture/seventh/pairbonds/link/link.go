// Package link is one connection: a reader and a writer.
package link

import (
	"bufio"
	"fmt"
	"log"
	"net"

	"code.rookery.example/chat/pairbonds/rooms"
)

// Accept serves all who connect.
func Accept(l net.Listener, all *rooms.Rooms) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go read(c, all)
	}
}

func read(c net.Conn, all *rooms.Rooms) {
	defer c.Close()
	lines := bufio.NewScanner(c)
	if !lines.Scan() {
		return
	}
	room := lines.Text()
	seat := all.Enter(room)
	defer all.Leave(room, seat)
	go write(c, seat)
	for lines.Scan() {
		all.Say(room, lines.Text())
	}
}

func write(c net.Conn, seat *rooms.Seat) {
	out := bufio.NewWriter(c)
	for text := range seat.Heard() {
		fmt.Fprintln(out, text)
		if err := out.Flush(); err != nil {
			return
		}
	}
}
