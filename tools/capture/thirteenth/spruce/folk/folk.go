// Package folk are who plays.
package folk

import (
	"fmt"
	"io"
	"log"
	"net/http"
)

// Folk come to a place.
type Folk struct {
	base   string
	client *http.Client
}

// At is the place.
func At(base string) *Folk {
	return &Folk{base: base, client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 16}}}
}

// Come is visit n: to look, or to sit down.
func (f *Folk) Come(n int) {
	url := fmt.Sprintf("%s/tables/%d", f.base, n*17%60)
	var answer *http.Response
	var err error
	if n%2 == 0 {
		answer, err = f.client.Post(fmt.Sprintf("%s/seat/%d", url, n), "text/plain", nil)
	} else {
		answer, err = f.client.Get(url)
	}
	if err != nil {
		log.Print(err)
		return
	}
	_, _ = io.Copy(io.Discard, answer.Body)
	_ = answer.Body.Close()
}
