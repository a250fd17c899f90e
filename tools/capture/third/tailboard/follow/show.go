// Package follow sends output to viewers.
package follow

import (
	"time"

	"git.harbourlog.example/view/tailboard/output"
)

// viewer is one screen.
type viewer struct {
	from   *output.Container
	lines  chan string
	closed chan struct{}
	seen   [512]string
}

// Show sends the container's output to one viewer for a while, or as long as the container lives.
func Show(c *output.Container, stay time.Duration) {
	lines, ok := c.Listen()
	if !ok {
		return
	}
	v := &viewer{from: c, lines: lines, closed: make(chan struct{})}
	go v.copy()
	for until := time.Now().Add(stay); time.Now().Before(until); time.Sleep(100 * time.Millisecond) {
		if c.Ended() {
			return
		}
	}
	close(v.closed)
}

func (v *viewer) copy() {
	defer v.from.Drop(v.lines)
	for n := 0; ; n++ {
		select {
		case line := <-v.lines:
			v.seen[n%len(v.seen)] = line
		case <-v.closed:
			return
		}
	}
}
