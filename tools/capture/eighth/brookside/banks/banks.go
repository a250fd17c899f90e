// Package banks is the other end.
package banks

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"example.org/platform/peer"
)

// Main must come first in main: the process may be the listeners.
func Main() {
	peer.Main("banks", func(_ net.Listener, target string) {
		for i := 0; i < 320; i++ {
			go listen(fmt.Sprintf("%s/%d", target, i))
			time.Sleep(155 * time.Millisecond)
		}
		select {}
	})
}

func listen(url string) {
	for {
		answer, err := http.Get(url)
		if err == nil {
			_, _ = io.Copy(io.Discard, answer.Body)
			answer.Body.Close()
		}
		time.Sleep(time.Second)
	}
}

// Start brings them.
func Start(target string) error {
	_, err := peer.Start("banks", target)
	return err
}
