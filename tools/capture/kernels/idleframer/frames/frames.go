// Package frames closes a connection that is idle.
package frames

import (
	"sync"
	"time"
)

// Framer writes frames.
type Framer struct {
	reset   chan struct{}
	writing sync.Mutex
	conn    *Conn
}

// Conn is closed in the end.
type Conn struct{ closed chan bool }

func (f *Framer) monitor() {
	var timer <-chan time.Time = time.After(10 * time.Millisecond)
	for {
		select {
		case <-timer:
			f.writing.Lock()
			close(f.reset)
			f.reset = nil
			f.writing.Unlock()
			return
		case <-f.reset:
			timer = time.After(10 * time.Millisecond)
		case <-f.conn.closed:
			return
		}
	}
}

// Write writes a frame.
func (f *Framer) Write() {
	f.writing.Lock()
	defer f.writing.Unlock()
	time.Sleep(15 * time.Millisecond)
	if f.reset == nil {
		return
	}
	f.reset <- struct{}{}
}

// Run writes one frame late.
func Run(int) {
	f := &Framer{reset: make(chan struct{}), conn: &Conn{closed: make(chan bool)}}
	go f.monitor()
	go f.Write()
}
