// Package listeners is the other end: they listen for a second or two and come again.
package listeners

import (
	"context"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"
)

// Main must come first in main: the process may be the listeners.
func Main() {
	peer.Main("listeners", func(_ net.Listener, target string) {
		for i := 0; i < 80; i++ {
			go func(i int) {
				for {
					listen(target, time.Second+time.Duration(i%9)*100*time.Millisecond)
				}
			}(i)
		}
		select {}
	})
}

func listen(target string, d time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), d)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, target, nil)
	if err != nil {
		log.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		time.Sleep(100 * time.Millisecond)
		return
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, answer.Body)
}

// Start brings them.
func Start(target string) error {
	_, err := peer.Start("listeners", target)
	return err
}
