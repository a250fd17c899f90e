// Package config tells handlers of changed settings.
package config

import (
	"sync"
	"time"
)

// Handler is told of a change.
type Handler func(event int)

type monitor struct {
	handlers []Handler
	events   chan int
}

// Run handles changes one by one.
func (m *monitor) Run(stop <-chan struct{}) {
	for {
		select {
		case <-stop:
			return
		case e := <-m.events:
			m.apply(e)
		}
	}
}

func (m *monitor) apply(e int) {
	for _, handle := range m.handlers {
		handle(e)
	}
}

// Controller has a monitor.
type Controller struct{ monitor *monitor }

// Run runs it.
func (c *Controller) Run(stop <-chan struct{}) { c.monitor.Run(stop) }

// Create makes a change.
func (c *Controller) Create() { c.monitor.events <- 1 }

// Run makes a change and waits for it.
func Run(int) {
	c := &Controller{monitor: &monitor{events: make(chan int)}}
	var mu sync.Mutex
	done := make(chan bool)
	seen := 0
	c.monitor.handlers = append(c.monitor.handlers, func(int) {
		mu.Lock()
		defer mu.Unlock()
		seen++
		done <- true
	})
	stop := make(chan struct{})
	go c.Run(stop)
	c.Create()
	time.Sleep(10 * time.Millisecond)
	mu.Lock()
	seen = 0
	mu.Unlock()
	<-done
	close(stop)
}
