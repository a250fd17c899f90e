// Package callers is who asks, in a process of its own.
package callers

import (
	"fmt"
	"math/rand"
	"net"
	"time"
)

const callers = 260

// Serve asks at target and never returns.
func Serve(_ net.Listener, target string) {
	for n := 0; n < callers; n++ {
		time.Sleep(60 * time.Millisecond)
		go call(target, rand.New(rand.NewSource(int64(n))))
	}
	select {}
}

func call(target string, rng *rand.Rand) {
	for {
		if err := session(target, time.Duration(10+rng.Intn(15))*time.Second, rng); err != nil {
			time.Sleep(time.Second)
		}
	}
}

// session has a socket of its own, as each call of a resolver's library does.
func session(target string, span time.Duration, rng *rand.Rand) error {
	conn, err := net.Dial("udp", target)
	if err != nil {
		return err
	}
	defer conn.Close()
	answer := make([]byte, 4096)
	for end := time.Now().Add(span); time.Now().Before(end); {
		if _, err := fmt.Fprintf(conn, "name-%d.example", rng.Intn(5000)); err != nil {
			return err
		}
		if err := conn.SetReadDeadline(time.Now().Add(3 * time.Second)); err != nil {
			return err
		}
		if _, err := conn.Read(answer); err != nil {
			return err
		}
		time.Sleep(time.Duration(1+rng.Intn(4)) * time.Second)
	}
	return nil
}
