// Package library speaks with the far side for all clients.
package library

import "sync"

// Answer is for one client.
type Answer struct{ Number int }

// Library has a channel for each client.
type Library struct {
	mu      sync.Mutex
	clients map[int]chan Answer
	last    int
}

// New has none.
func New() *Library { return &Library{clients: make(map[int]chan Answer)} }

// Add gives a client its number and its channel.
func (l *Library) Add() (int, <-chan Answer) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.last++
	l.clients[l.last] = make(chan Answer, 32)
	return l.last, l.clients[l.last]
}

// Remove takes a client away.
func (l *Library) Remove(number int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.clients, number)
}

// Update brings answer n to whoever it is for.
func (l *Library) Update(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for number, answers := range l.clients {
		if (number+n)%9 != 0 {
			continue
		}
		select {
		case answers <- Answer{Number: n}:
		default:
		}
	}
}
