// Package robust asks again when a host fails.
package robust

import (
	"io"
	"log"
	"net/http"
)

// Client tries several times.
type Client struct {
	http  http.Client
	tries int
}

// NewClient tries up to tries times.
func NewClient(tries int) *Client {
	return &Client{tries: tries, http: http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 6}}}
}

// Get returns the first good response, else the last one.
func (c *Client) Get(url string) (*http.Response, error) {
	var response *http.Response
	var err error
	for try := 0; try < c.tries; try++ {
		response, err = c.http.Get(url)
		if err == nil && response.StatusCode < http.StatusInternalServerError {
			break
		}
	}
	return response, err
}

// Read returns the length of a document.
func Read(c *Client, url string) int64 {
	response, err := c.Get(url)
	if err != nil {
		log.Print(err)
		return 0
	}
	defer response.Body.Close()
	n, err := io.Copy(io.Discard, response.Body)
	if err != nil {
		log.Print(err)
	}
	return n
}
