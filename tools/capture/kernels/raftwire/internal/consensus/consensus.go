// Package consensus carries out what a group of nodes has agreed on.
package consensus

import "time"

type committed struct{ after func() }

type machine struct {
	events    chan interface{}
	callbacks chan func()
	stop      chan struct{}
	turn      *time.Ticker
}

// Shop follows a machine's events.
type Shop struct{ m *machine }

func (m *machine) start() {
	for {
		select {
		case <-m.stop:
			return
		case call := <-m.callbacks:
			call()
		case <-m.turn.C:
			m.commit()
			m.commit()
		}
	}
}

func (m *machine) commit() {
	m.raise(&committed{after: func() {
		select {
		case m.callbacks <- func() { time.Sleep(time.Microsecond) }:
		case <-m.stop:
		}
	}})
}

func (m *machine) raise(e interface{}) {
	select {
	case m.events <- e:
	case <-m.stop:
	}
}

func (s *Shop) follow() {
	for {
		select {
		case e := <-s.m.events:
			if c, ok := e.(*committed); ok && c.after != nil {
				c.after()
			}
		case <-s.m.stop:
			return
		}
	}
}

// Run starts a machine and its shop.
func Run(int) {
	m := &machine{
		events: make(chan interface{}), callbacks: make(chan func()),
		stop: make(chan struct{}), turn: time.NewTicker(30 * time.Millisecond),
	}
	s := &Shop{m: m}
	go s.follow()
	go m.start()
}
