// Package crowd are people who ask again and again.
package crowd

import (
	"fmt"
	"io"
	"net/http"
	"time"
)

// Ask has n people ask at base; they come within fifteen seconds.
func Ask(base string, n int) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: n}}
	for i := 0; i < n; i++ {
		go ask(client, fmt.Sprintf("%s/box/%d", base, i%300))
		time.Sleep(15 * time.Second / time.Duration(n))
	}
	select {}
}

func ask(client *http.Client, url string) {
	for {
		answer, err := client.Get(url)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		_, _ = io.Copy(io.Discard, answer.Body)
		_ = answer.Body.Close()
		time.Sleep(300 * time.Millisecond)
	}
}
