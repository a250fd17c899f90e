// Package bench measures calls.
package bench

import "time"

// Client calls until it is stopped.
type Client struct{ stop chan bool }

func (c *Client) loop() {
	for {
		done := make(chan bool)
		go func() {
			time.Sleep(20 * time.Millisecond)
			done <- true
		}()
		select {
		case <-c.stop:
			return
		case <-done:
		}
	}
}

// Run measures and stops in the middle of a call.
func Run(int) {
	c := &Client{stop: make(chan bool)}
	go c.loop()
	go func() {
		time.Sleep(50 * time.Millisecond)
		c.stop <- true
	}()
}
