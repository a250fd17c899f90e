// Package probing probes containers.
package probing

import (
	"context"
	"time"
)

func monitor(stop chan bool) {
	for {
		select {
		case <-stop:
			return
		case <-time.After(10 * time.Millisecond):
			results := make(chan bool)
			ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
			go func() {
				time.Sleep(30 * time.Millisecond)
				results <- true
				close(results)
			}()
			select {
			case <-stop:
				cancel()
				return
			case <-results:
				cancel()
			case <-ctx.Done():
				cancel()
				<-results
			}
		}
	}
}

// Run stops a monitor during its first probe.
func Run(int) {
	stop := make(chan bool)
	go monitor(stop)
	go func() {
		time.Sleep(25 * time.Millisecond)
		stop <- true
	}()
}
