// Package wire is how host and extensions talk: a line each way.
package wire

import (
	"bufio"
	"encoding/json"
	"net"
)

// Message is a question or an answer.
type Message struct {
	Kind  string
	Texts map[string]string `json:",omitempty"`
}

// Wire is one end.
type Wire struct {
	net.Conn
	in  *bufio.Reader
	out *json.Encoder
}

// On talks over conn.
func On(conn net.Conn) *Wire {
	return &Wire{Conn: conn, in: bufio.NewReaderSize(conn, 8<<10), out: json.NewEncoder(conn)}
}

// Send writes a message; it waits until the other end reads.
func (w *Wire) Send(m Message) error { return w.out.Encode(m) }

// Receive waits for a message.
func (w *Wire) Receive() (Message, error) {
	var m Message
	line, err := w.in.ReadBytes('\n')
	if err != nil {
		return m, err
	}
	return m, json.Unmarshal(line, &m)
}
