package pier

import (
	"bufio"
	"io"
	"log"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
)

func session(channel ssh.Channel, requests <-chan *ssh.Request) {
	defer channel.Close()
	for request := range requests {
		switch request.Type {
		case "shell":
			_ = request.Reply(true, nil)
			go talk(channel)
		case "subsystem":
			_ = request.Reply(true, nil)
			go charts(channel)
		default:
			_ = request.Reply(false, nil)
		}
	}
}

func talk(channel ssh.Channel) {
	words := bufio.NewScanner(channel)
	for words.Scan() {
		if _, err := io.WriteString(channel, "none today\n"); err != nil {
			return
		}
	}
}

func charts(channel ssh.Channel) {
	files := sftp.NewRequestServer(channel, sftp.InMemHandler())
	if err := files.Serve(); err != nil && err != io.EOF {
		log.Print(err)
	}
}
