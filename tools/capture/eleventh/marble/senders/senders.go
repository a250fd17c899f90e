// Package senders ask questions.
package senders

import (
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"time"
)

// Send returns a peer of n senders with a question every period.
func Send(n int, period time.Duration) func(net.Listener, string) {
	return func(_ net.Listener, base string) {
		question := strings.Repeat("what was it that we said about this, ", 550)
		client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: n}}
		for i := 0; i < n; i++ {
			go func() {
				time.Sleep(period * time.Duration(i) / time.Duration(n))
				for {
					send(client, base, question)
					time.Sleep(period)
				}
			}()
		}
		select {}
	}
}

func send(client *http.Client, base, question string) {
	answer, err := client.Post(base+"/ask", "text/plain", strings.NewReader(question))
	if err != nil {
		log.Print(err)
		return
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, answer.Body)
}
