// Package clients are who takes and sends messages.
package clients

import (
	"fmt"
	"log"
	"net"
	"time"

	"github.com/nats-io/nats.go"
)

// Main connects all of them, ten a second, and sends for ever.
func Main(_ net.Listener, address string) {
	for i := 0; i < 150; i++ {
		c := connect(address)
		pause := time.Duration(i%10) * 3 * time.Millisecond
		for j := 0; j < 4; j++ {
			if _, err := c.Subscribe(fmt.Sprintf("line.%d.>", (i+j*7)%40), func(*nats.Msg) { time.Sleep(pause) }); err != nil {
				log.Fatal(err)
			}
		}
		time.Sleep(60 * time.Millisecond)
	}
	sender := connect(address)
	for n := 0; ; n++ {
		_ = sender.Publish(fmt.Sprintf("line.%d.at", n%40), make([]byte, 200+n%300))
		time.Sleep(6 * time.Millisecond)
	}
}

func connect(address string) *nats.Conn {
	c, err := nats.Connect("nats://" + address)
	if err != nil {
		log.Fatal(err)
	}
	return c
}
