// Package visitors is the other end: some ask without waiting for those who asked before.
package visitors

import (
	"fmt"
	"io"
	"math/rand"
	"net"
	"net/http"
	"time"
)

// Come sends about four a second, each of whom waits a minute and a half at most.
func Come(_ net.Listener, target string) {
	client := &http.Client{Timeout: 90 * time.Second}
	rng := rand.New(rand.NewSource(19))
	for n := 0; ; n++ {
		time.Sleep(time.Duration(rng.ExpFloat64() * float64(time.Second) / 4))
		go visit(client, fmt.Sprintf("%s/sizes/%d", target, n%30))
	}
}

func visit(client *http.Client, url string) {
	answer, err := client.Get(url)
	if err != nil {
		return
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, answer.Body)
}
