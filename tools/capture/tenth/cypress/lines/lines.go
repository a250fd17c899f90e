// Package lines gives messages to associations.
package lines

import (
	"log"
	"sync/atomic"

	"go.cypress.example/signal/cypress/assoc"
)

// Lines are all associations.
type Lines struct {
	all    []*assoc.Association
	active atomic.Int64
}

// Connect makes n associations.
func Connect(n int) *Lines {
	l := &Lines{}
	for i := 0; i < n; i++ {
		l.all = append(l.all, assoc.New(i))
	}
	return l
}

// Turn is one message, and now and then a report.
func (l *Lines) Turn(n int) {
	class := assoc.Class(n % 4)
	if n%400 == 399 {
		class = 9
	}
	go l.deliver(l.all[n%len(l.all)], assoc.Message{Class: class, Number: n})
	if n%20 == 0 {
		go l.report(l.all[n*7%len(l.all)])
	}
}

func (l *Lines) deliver(a *assoc.Association, m assoc.Message) {
	if err := a.Handle(m); err != nil {
		log.Print(err)
	}
}

func (l *Lines) report(a *assoc.Association) {
	if a.Snapshot() > 0 {
		l.active.Add(1)
	}
}
