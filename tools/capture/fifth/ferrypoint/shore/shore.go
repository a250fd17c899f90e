// Package shore is what lies on both sides of the river.
package shore

import (
	"fmt"
	"log"
	"math/rand"
	"net"
	"time"
)

// Answer echoes datagrams.
func Answer(address string) {
	pc, err := net.ListenPacket("udp", address)
	if err != nil {
		log.Fatal(err)
	}
	text := make([]byte, 1500)
	for {
		n, from, err := pc.ReadFrom(text)
		if err != nil {
			log.Fatal(err)
		}
		if _, err := pc.WriteTo(text[:n], from); err != nil {
			log.Print(err)
		}
	}
}

// Travel sends travellers over, each from a port of his own.
func Travel(ferry string) {
	for n := 0; ; n++ {
		time.Sleep(time.Duration(rand.ExpFloat64() * float64(800*time.Millisecond)))
		go cross(ferry, n)
	}
}

func cross(ferry string, n int) {
	nc, err := net.Dial("udp", ferry)
	if err != nil {
		log.Fatal(err)
	}
	defer nc.Close()
	text := make([]byte, 1500)
	for i := 0; i < 3; i++ {
		if _, err := fmt.Fprintf(nc, "traveller %d, bag %d", n, i); err != nil {
			return
		}
		if err := nc.SetReadDeadline(time.Now().Add(time.Second)); err != nil {
			return
		}
		if _, err := nc.Read(text); err != nil {
			return
		}
	}
}
