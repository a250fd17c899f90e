// Package doors is the doors.
package doors

import (
	"fmt"
	"log"
	"net"
	"time"
)

// Open keeps twenty doors connected and lets eight hundred more come for a while.
func Open(_ net.Listener, server string) {
	for i := 0; i < 20; i++ {
		go door(server, time.Hour)
	}
	time.Sleep(20 * time.Second)
	for i := 0; i < 800; i++ {
		go door(server, 25*time.Second)
	}
	select {}
}

func door(server string, stays time.Duration) {
	c, err := net.Dial("tcp", server)
	if err != nil {
		log.Print(err)
		return
	}
	defer c.Close()
	for end := time.Now().Add(stays); time.Now().Before(end); time.Sleep(4 * time.Second) {
		fmt.Fprintln(c, "badge 17")
	}
}
