// Package target is where the journal is written to.
package target

import (
	"bufio"
	"encoding/json"
	"log"
	"net"
	"time"

	"orders.example/coriander/journal"
)

// Writer sends lines and waits until each was taken.
type Writer struct {
	out *json.Encoder
	in  *bufio.Reader
}

// Dial connects.
func Dial(address string) (*Writer, error) {
	c, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	return &Writer{out: json.NewEncoder(c), in: bufio.NewReader(c)}, nil
}

// Write sends one message.
func (w *Writer) Write(m *journal.Message) error {
	if err := w.out.Encode(m); err != nil {
		return err
	}
	_, err := w.in.ReadByte()
	return err
}

// Serve takes a line in ten milliseconds.
func Serve(l net.Listener, _ string) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go func() {
			lines := bufio.NewScanner(c)
			for lines.Scan() {
				time.Sleep(9 * time.Millisecond)
				if _, err := c.Write([]byte{'.'}); err != nil {
					return
				}
			}
		}()
	}
}
