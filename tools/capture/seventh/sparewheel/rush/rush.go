// Package rush is who asks.
package rush

import (
	"fmt"
	"log"
	"time"

	"git.wheelwright.example/pool/sparewheel/pool"
)

// Burst asks from many goroutines at once, for a while.
func Burst(p *pool.Pool, askers int, long time.Duration) {
	until := time.Now().Add(long)
	for i := 0; i < askers; i++ {
		go func(i int) {
			for time.Now().Before(until) {
				if _, err := p.Ask(fmt.Sprint("burst ", i)); err != nil {
					log.Print(err)
					return
				}
				time.Sleep(300 * time.Millisecond)
			}
		}(i)
	}
}

// Steady asks for ever.
func Steady(p *pool.Pool, pause time.Duration) {
	for n := 0; ; n++ {
		if _, err := p.Ask(fmt.Sprint("steady ", n)); err != nil {
			log.Print(err)
		}
		time.Sleep(pause)
	}
}
