// Package porter lets people in.
package porter

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"strings"
	"time"

	"go.dormer.example/presence/dormer/state"
)

// Porter has a door.
type Porter struct {
	l     net.Listener
	book  *state.Book
	quiet time.Duration
}

// Open accepts on a free port; who says nothing for so long is shown out.
func Open(book *state.Book, quiet time.Duration) (*Porter, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &Porter{l: l, book: book, quiet: quiet}
	go p.accept()
	return p, nil
}

// Address is where it accepts.
func (p *Porter) Address() string { return p.l.Addr().String() }

func (p *Porter) accept() {
	for {
		c, err := p.l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		go p.attend(c)
	}
}

func (p *Porter) attend(c net.Conn) {
	defer c.Close()
	in := bufio.NewReaderSize(c, 1024)
	name, err := p.hear(c, in)
	if err != nil {
		return
	}
	person := p.book.Enter(name)
	defer p.book.Strike(person)
	for {
		word, err := p.hear(c, in)
		if err != nil || word == "BYE" {
			return
		}
		person.Note(word)
		if _, err := fmt.Fprintln(c, "HEARD"); err != nil {
			return
		}
	}
}

func (p *Porter) hear(c net.Conn, in *bufio.Reader) (string, error) {
	if err := c.SetReadDeadline(time.Now().Add(p.quiet)); err != nil {
		return "", err
	}
	line, err := in.ReadString('\n')
	return strings.TrimSpace(line), err
}
