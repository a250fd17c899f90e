// Package plugin is the other end of a line.
package plugin

import (
	"encoding/gob"
	"net"
)

// Message is what passes.
type Message struct {
	Number int
	Text   string
}

// Serve answers until the line is closed.
func Serve(c net.Conn, n int) {
	defer c.Close()
	in, out := gob.NewDecoder(c), gob.NewEncoder(c)
	scratch := make([]byte, 8<<10)
	for {
		var m Message
		if err := in.Decode(&m); err != nil {
			return
		}
		m.Number += copy(scratch, m.Text) + n
		if err := out.Encode(m); err != nil {
			return
		}
	}
}
