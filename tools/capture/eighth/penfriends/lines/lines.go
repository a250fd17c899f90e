// Package lines is the service's end of them.
package lines

import (
	"bufio"
	"encoding/gob"
	"log"
	"net"
)

// Letter is what passes.
type Letter struct {
	Number int
	Text   string
}

type line struct {
	c       net.Conn
	answers chan Letter
}

// Accept takes lines.
func Accept(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			log.Print(err)
			return
		}
		at := &line{c: c, answers: make(chan Letter, 4)}
		go at.read()
		go at.write()
	}
}

func (l *line) read() {
	defer l.c.Close()
	defer close(l.answers)
	in := gob.NewDecoder(bufio.NewReaderSize(l.c, 16<<10))
	for {
		var letter Letter
		if err := in.Decode(&letter); err != nil {
			return
		}
		letter.Text = "my dear"
		l.answers <- letter
	}
}

func (l *line) write() {
	out := gob.NewEncoder(l.c)
	for answer := range l.answers {
		if err := out.Encode(answer); err != nil {
			return
		}
	}
}
