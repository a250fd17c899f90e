// Package local is a service that is asked over pipes in memory.
package local

import (
	"encoding/json"
	"net"

	"go.slateworks.example/frame/warm"
)

// Question is for a boat.
type Question struct{ Boat int }

// Answer is its name, if it is free.
type Answer struct {
	Free bool
	Name string
}

// Service has boats.
type Service struct{ boats *warm.Table }

// New has a table of boats.
func New(boats *warm.Table) *Service { return &Service{boats: boats} }

// Dial returns the caller's end of a new line.
func (s *Service) Dial() net.Conn {
	near, far := net.Pipe()
	go s.serve(far)
	return near
}

func (s *Service) serve(c net.Conn) {
	defer c.Close()
	in, out := json.NewDecoder(c), json.NewEncoder(c)
	for {
		var q Question
		if err := in.Decode(&q); err != nil {
			return
		}
		if err := out.Encode(Answer{Free: q.Boat%4 != 0, Name: s.boats.Row(q.Boat % 3000).Name}); err != nil {
			return
		}
	}
}
