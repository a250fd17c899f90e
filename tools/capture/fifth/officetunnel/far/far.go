// Package far is both ends of the tunnels, each in a process of its own.
package far

import (
	"fmt"
	"io"
	"log"
	"math/rand"
	"net"
	"time"
)

// Machines send back what they hear and never return.
func Machines(l net.Listener, _ string) {
	for {
		conn, err := l.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go func() {
			defer conn.Close()
			_, _ = io.Copy(conn, conn)
		}()
	}
}

// Offices open about four tunnels a second to target and never return; one in six forgets to close it.
func Offices(_ net.Listener, target string) {
	rng := rand.New(rand.NewSource(17))
	for n := 0; ; n++ {
		time.Sleep(time.Duration(100+rng.Intn(300)) * time.Millisecond)
		go office(target, time.Duration(15+rng.Intn(40))*time.Second, n%6 == 0)
	}
}

func office(target string, span time.Duration, forgets bool) {
	conn, err := net.Dial("tcp", target)
	if err != nil {
		return
	}
	defer conn.Close()
	go func() { _, _ = io.Copy(io.Discard, conn) }()
	fmt.Fprintln(conn, "good morning")
	time.Sleep(span / 2)
	fmt.Fprintln(conn, "still there")
	time.Sleep(span / 2)
	if forgets {
		time.Sleep(2 * time.Minute)
	}
}
