// Package phones is the phones of the members.
package phones

import (
	"fmt"
	"log"
	"net"
	"time"
)

var lost []net.Conn

// Roam keeps 40 phones talking and loses one more every two seconds.
func Roam(_ net.Listener, server string) {
	for i := 0; i < 40; i++ {
		go talk(server)
	}
	for {
		c, err := net.Dial("tcp", server)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Fprintln(c, "hello")
		lost = append(lost, c)
		time.Sleep(2 * time.Second)
	}
}

func talk(server string) {
	c, err := net.Dial("tcp", server)
	if err != nil {
		log.Fatal(err)
	}
	for {
		fmt.Fprintln(c, "still here")
		time.Sleep(3 * time.Second)
	}
}
