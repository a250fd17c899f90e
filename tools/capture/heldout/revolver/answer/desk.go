// Package answer answers one question a connection.
package answer

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"time"
)

// Desk accepts connections.
type Desk struct{ port net.Listener }

// Listen opens a desk.
func Listen() (*Desk, error) {
	port, err := net.Listen("tcp", "127.0.0.1:0")
	return &Desk{port: port}, err
}

// Address is where the desk is.
func (d *Desk) Address() string { return d.port.Addr().String() }

// Serve answers until the desk is closed.
func (d *Desk) Serve() error {
	for {
		nc, err := d.port.Accept()
		if err != nil {
			return err
		}
		go d.reply(nc)
	}
}

func (d *Desk) reply(nc net.Conn) {
	defer nc.Close()
	nc.SetDeadline(time.Now().Add(5 * time.Second))
	question, err := bufio.NewReader(nc).ReadString('\n')
	if err != nil {
		return
	}
	fmt.Fprintln(nc, strings.ToUpper(question))
}
