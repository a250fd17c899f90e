// Package partners send documents.
package partners

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strings"
	"time"
)

// Send returns a peer of n partners with a document every period, each third one twice.
func Send(n int, period time.Duration) func(net.Listener, string) {
	return func(_ net.Listener, base string) {
		pages := strings.Repeat(`{"page":1,"lines":["as delivered","without defects"]},`, 70)
		client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: n}}
		for p := 0; p < n; p++ {
			go func() {
				time.Sleep(period * time.Duration(p) / time.Duration(n))
				for k := 0; ; k++ {
					document := fmt.Sprintf(`{"id":"%06d-%08d","partner":"partner-%02d","pages":[%s]}`, p, k-k/3, p, pages)
					post(client, base, document)
					time.Sleep(period)
				}
			}()
		}
		select {}
	}
}

func post(client *http.Client, base, document string) {
	answer, err := client.Post(base, "application/json", strings.NewReader(document))
	if err != nil {
		log.Print(err)
		return
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, answer.Body)
}
