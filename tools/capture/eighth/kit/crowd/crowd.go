// Package crowd is clients in a process of their own, who keep their connections.
package crowd

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"
)

const role = "crowd"

// Main must come first in main: the process may be the crowd.
func Main() {
	peer.Main(role, func(_ net.Listener, target string) {
		var base string
		var n, pause int
		if _, err := fmt.Sscanf(target, "%s %d %d", &base, &n, &pause); err != nil {
			log.Fatal(err)
		}
		for i := 0; i < n; i++ {
			go call(base, i, time.Duration(pause)*time.Millisecond)
			time.Sleep(2 * time.Millisecond)
		}
		select {}
	})
}

func call(base string, caller int, pause time.Duration) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 1}}
	for turn := 0; ; turn++ {
		answer, err := client.Get(fmt.Sprintf("%s/%d/%d", base, caller, turn))
		if err == nil {
			_, _ = io.Copy(io.Discard, answer.Body)
			answer.Body.Close()
		}
		time.Sleep(pause + time.Duration(caller%37)*pause/74)
	}
}

// Open serves handler to n clients, each of which asks /CALLER/TURN about every pause, and returns the address.
func Open(handler http.Handler, n int, pause time.Duration) (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 20 * time.Second, IdleTimeout: 5 * time.Minute}
	go func() {
		if err := server.Serve(l); err != nil {
			log.Print(err)
		}
	}()
	base := "http://" + l.Addr().String()
	_, err = peer.Start(role, fmt.Sprintf("%s %d %d", base, n, pause.Milliseconds()))
	return base, err
}
