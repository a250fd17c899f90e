// Package traffic is what goes through circuits.
package traffic

import (
	"runtime"
	"time"

	"git.tunnelworks.example/fabric/chambray/circuit"
)

// Load is one transfer.
type Load struct {
	number int
	way    *circuit.Circuit
	buffer [6 << 10]byte
}

// Carry sends a load and takes it out at the other end.
func Carry(n int) {
	l := &Load{number: n, way: circuit.New()}
	go l.take()
	l.send()
}

func (l *Load) send() {
	defer l.way.Close()
	for i := 0; i < 12; i++ {
		part := l.buffer[i%3<<10 : i%3<<10+3<<10]
		l.way.Send(part)
		if i%4 == 0 {
			time.Sleep(10 * time.Millisecond)
		}
	}
}

// take gives a receipt for what has come when it is asked for one, or for each part when the load is a quick one.
func (l *Load) take() {
	come := 0
	for part := range l.way.Parts() {
		come += len(part)
		if part == nil || come > 2<<10 && l.number%2 == 0 {
			l.settle()
			l.way.Received(come)
			come = 0
		}
	}
}

func (l *Load) settle() {
	if l.number%6 == 1 {
		runtime.Gosched()
		return
	}
	time.Sleep(30 * time.Millisecond)
}
