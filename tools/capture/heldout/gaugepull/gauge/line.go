// Package gauge speaks to a gauge.
package gauge

import (
	"bufio"
	"net"
)

// Line is a connection to a gauge.
type Line struct {
	nc net.Conn
	in *bufio.Reader
}

// Connect dials.
func Connect(address string) (*Line, error) {
	nc, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	return &Line{nc: nc, in: bufio.NewReaderSize(nc, 1024)}, nil
}

// Read returns the gauge's answer.
func (l *Line) Read() (string, error) { return l.in.ReadString('\n') }

// Close hangs up.
func (l *Line) Close() { l.nc.Close() }
