// Package room is where members talk.
package room

import (
	"bufio"
	"net"
	"sync/atomic"
)

// Room counts its messages.
type Room struct{ messages int64 }

// Member is one connection.
type Member struct {
	room *Room
	conn net.Conn
}

// Enter starts listening to a member.
func (r *Room) Enter(c net.Conn) {
	m := &Member{room: r, conn: c}
	go m.listen()
}

func (m *Member) listen() {
	defer m.conn.Close()
	in := bufio.NewReader(m.conn)
	for {
		if _, err := in.ReadString('\n'); err != nil {
			return
		}
		atomic.AddInt64(&m.room.messages, 1)
	}
}
