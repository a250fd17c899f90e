// Package connecting opens a connection to one of many addresses.
package connecting

import "time"

type source struct{ notify chan []string }

// Conn has a watcher.
type Conn struct {
	src *source
	up  map[string]bool
}

func (c *Conn) watch(ready chan struct{}) {
	opened := ready
	for list := range c.src.notify {
		for _, address := range list {
			c.up[address] = true
		}
		if opened != nil && len(c.up) > 0 {
			close(opened)
			opened = nil
		}
	}
}

// Open returns when an address is there.
func Open() *Conn {
	c := &Conn{src: &source{notify: make(chan []string)}, up: map[string]bool{}}
	ready := make(chan struct{})
	go c.watch(ready)
	go func() {
		time.Sleep(10 * time.Millisecond)
		close(c.src.notify)
	}()
	<-ready
	return c
}

// Run opens.
func Run(int) { Open() }
