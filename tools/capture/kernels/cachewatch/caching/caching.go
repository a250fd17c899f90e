// Package caching keeps a copy of a store.
package caching

import (
	"sync"
	"time"
)

type store struct {
	sync.RWMutex
	onReplace func()
	onEvent   func()
}

// Replace puts everything anew.
func (s *store) Replace() {
	s.Lock()
	defer s.Unlock()
	if s.onReplace != nil {
		s.onReplace()
	}
}

// Add takes one event.
func (s *store) Add() { s.process() }

func (s *store) process() {
	s.Lock()
	defer s.Unlock()
	time.Sleep(30 * time.Millisecond)
	if s.onEvent != nil {
		s.onEvent()
	}
}

type reflector struct{ store *store }

func (r *reflector) list() { r.store.Replace() }

// Cacher is the copy.
type Cacher struct {
	sync.RWMutex
	ready sync.WaitGroup
	once  sync.Once
	store *store
	refl  *reflector
}

func (c *Cacher) event() {
	c.Lock()
	defer c.Unlock()
}

func (c *Cacher) fill() {
	c.Lock()
	c.refl.list()
}

func until(f func(), stop <-chan struct{}) {
	for {
		select {
		case <-stop:
			return
		default:
		}
		f()
		time.Sleep(10 * time.Millisecond)
	}
}

// Open returns a filled copy that fills itself anew.
func Open(stop <-chan struct{}) *Cacher {
	s := &store{}
	c := &Cacher{store: s, refl: &reflector{store: s}}
	c.ready.Add(1)
	s.onReplace = func() {
		c.once.Do(func() { c.ready.Done() })
		c.Unlock()
	}
	s.onEvent = c.event
	go until(func() { c.fill() }, stop)
	c.ready.Wait()
	return c
}

// Run opens a copy and takes an event.
func Run(int) {
	c := Open(make(chan struct{}))
	go c.store.Add()
}
