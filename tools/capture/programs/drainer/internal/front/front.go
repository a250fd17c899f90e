// Package front accepts connections for one configuration.
package front

import (
	"bufio"
	"fmt"
	"net"
	"sync"
)

// Front is one generation's listener.
type Front struct {
	generation int
	ln         net.Listener
	open       sync.WaitGroup
}

// Listen starts a front.
func Listen(generation int) (*Front, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	f := &Front{generation: generation, ln: ln}
	f.open.Add(1)
	go f.accept()
	return f, nil
}

// Address is where to connect.
func (f *Front) Address() string { return f.ln.Addr().String() }

// Shutdown accepts no more and returns when all connections have ended.
func (f *Front) Shutdown() error {
	err := f.ln.Close()
	f.open.Wait()
	return err
}

func (f *Front) accept() {
	defer f.open.Done()
	for {
		conn, err := f.ln.Accept()
		if err != nil {
			return
		}
		f.open.Add(1)
		go f.serve(conn)
	}
}

func (f *Front) serve(conn net.Conn) {
	defer f.open.Done()
	defer conn.Close()
	lines := bufio.NewScanner(conn)
	for lines.Scan() {
		fmt.Fprintf(conn, "%d %s\n", f.generation, lines.Text())
	}
}
