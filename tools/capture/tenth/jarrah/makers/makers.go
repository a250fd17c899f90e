// Package makers send films.
package makers

import (
	"io"
	"net"
	"net/http"
	"time"
)

type film struct{ left int }

// Read gives a piece a tenth of a second.
func (f *film) Read(p []byte) (int, error) {
	if f.left == 0 {
		return 0, io.EOF
	}
	f.left--
	time.Sleep(100 * time.Millisecond)
	return copy(p, make([]byte, 16<<10)), nil
}

// Send has eighteen makers, each with one film after the other.
func Send(_ net.Listener, base string) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 20}}
	for i := 0; i < 18; i++ {
		go func(number int) {
			time.Sleep(time.Duration(number) * 700 * time.Millisecond)
			for n := 0; ; n++ {
				answer, err := client.Post(base+"/film", "video/mp4", &film{left: 130 + (number+n)%40})
				if err != nil {
					time.Sleep(time.Second)
					continue
				}
				_, _ = io.Copy(io.Discard, answer.Body)
				answer.Body.Close()
			}
		}(i)
	}
	select {}
}
