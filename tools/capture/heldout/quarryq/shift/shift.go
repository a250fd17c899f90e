// Package shift works for a while.
package shift

import (
	"time"

	"git.quarry.example/haul/quarryq/belt"
)

type load struct{ tons int }

// Begin puts hands to work for half a second.
func Begin(number, hands int) {
	b := belt.New[load]()
	for range hands {
		go Work(b)
	}
	for n := range 100 {
		b.Put(load{tons: number + n})
		time.Sleep(5 * time.Millisecond)
	}
	b.Close()
}

// Work takes from the belt until it is closed.
func Work(b *belt.Belt[load]) (tons int) {
	for {
		l, ok := b.Take()
		if !ok {
			return tons
		}
		tons += l.tons
	}
}
