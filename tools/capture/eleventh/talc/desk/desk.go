// Package desk takes people in.
package desk

import (
	"time"

	"go.talc.example/chats/talc/client"
	"go.talc.example/chats/talc/library"
)

// Desk has people who stay.
type Desk struct {
	lib  *library.Library
	stay []*client.Client
}

// New has n who stay.
func New(lib *library.Library, n int) *Desk {
	d := &Desk{lib: lib}
	for i := 0; i < n; i++ {
		d.stay = append(d.stay, client.New(lib))
	}
	return d
}

// Login lets somebody in for four seconds.
func (d *Desk) Login(int) {
	c := client.New(d.lib)
	time.AfterFunc(4*time.Second, c.Close)
}
